/** The allowed attachments, by their first bytes: nothing that a browser executes, such as HTML or SVG. */
export const attachmentKinds: readonly { readonly type: string; readonly begins: readonly number[] }[] = [
  { type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
];

export const maxAttachmentBytes = 5_000_000;
