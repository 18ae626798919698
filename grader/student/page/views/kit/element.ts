type Listeners = {
  readonly [Name in keyof HTMLElementEventMap as `on${Name}`]?: (event: HTMLElementEventMap[Name]) => void;
};
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes, listeners (`onclick`) and children. `true` is an attribute without a value. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes | Listeners = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes) as [string, unknown][]) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value as EventListener);
    else if (value === true) made.setAttribute(key, '');
    else if (typeof value === 'string' || typeof value === 'number') made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
}
