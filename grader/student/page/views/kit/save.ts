import { standalone, type Drawing, type Scheme } from '../../drawing';

export function drawingFile({ markup }: Drawing, scheme: Scheme = 'both'): Blob {
  return new Blob([standalone(markup.text, scheme)], { type: 'image/svg+xml' });
}

/** The drawing in its current style, at twice its size. */
export async function drawingPng(drawing: Drawing): Promise<Blob> {
  const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const address = URL.createObjectURL(drawingFile(drawing, scheme));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 2 * drawing.width;
    canvas.height = 2 * drawing.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('The canvas holds no image.')) : resolve(blob)));
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Offers a file for download. */
export function saveAs(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Firefox reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
