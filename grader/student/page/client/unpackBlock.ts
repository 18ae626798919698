/** The bytes of a packed file in the page. @throws if there is no file of that name */
export function unpackBlock(name: string): Uint8Array<ArrayBuffer> {
  const text = document.getElementById(name)?.textContent;
  if (text === undefined || text === null) throw new Error(`the page has no ${name}`);
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
