/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const name = '[A-Za-z_][\\w.-]*';
const tag = new RegExp(`^<(/?)(${name})((?:\\s+${name}="[^"<]*")*)\\s*(/?)>`);
// eslint-disable-next-line no-control-regex -- it matches control characters, which XML 1.0 does not allow
const invalid = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u;

/** Parses the subset of XML that we write. @throws if it is not well-formed */
export function parseXml(document: string): XmlElement {
  if (invalid.test(document)) throw new Error('a character that XML does not allow');
  let rest = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '');
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [
    { name: '', attributes: {}, children: [], text: '' },
  ];
  while (rest !== '') {
    const top = open.at(-1);
    if (top === undefined) throw new Error('closed too often');
    const text = /^[^<]+/.exec(rest)?.[0];
    if (text !== undefined) {
      top.text += decode(text);
      rest = rest.slice(text.length);
      continue;
    }
    const [whole = '', closes, element = '', attributes = '', isEmpty] = tag.exec(rest) ?? [];
    if (whole === '') throw new Error(`no tag: ${rest.slice(0, 80)}`);
    rest = rest.slice(whole.length);
    if (closes === '/') {
      if (top.name !== element) throw new Error(`</${element}> closes <${top.name}>`);
      open.pop();
      open.at(-1)?.children.push(top);
      continue;
    }
    const pairs = [...attributes.matchAll(new RegExp(`(${name})="([^"]*)"`, 'g'))].map(([, key = '', value = '']) => [
      key,
      decode(value),
    ]);
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`an attribute twice: ${attributes}`);
    const one = {
      name: element,
      attributes: Object.fromEntries(pairs) as Record<string, string>,
      children: [],
      text: '',
    };
    if (isEmpty === '/') top.children.push(one);
    else open.push(one);
  }
  const [root] = open;
  const [only] = root?.children ?? [];
  if (open.length !== 1 || root?.children.length !== 1 || only === undefined)
    throw new Error('not one element that is closed');
  return only;
}

function decode(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
    '#9': '\t',
    '#10': '\n',
    '#13': '\r',
  };
  if (text.includes(']]>')) throw new Error(']]> in text');
  return text.replace(/&([^;\s]*);?/g, (whole, entity: string) => {
    const meaning = entities[entity];
    if (meaning === undefined || !whole.endsWith(';')) throw new Error(`no entity: ${whole}`);
    return meaning;
  });
}
