/** The bytes of a packed file that is part of the page. @throws if there is none of that name */
export function unpackBlock(name: string): Uint8Array<ArrayBuffer> {
  const text = document.getElementById(name)?.textContent;
  if (text === undefined || text === null) throw new Error(`the page has no ${name}`);
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
