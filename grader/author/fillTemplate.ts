/** A template's text with values for `{{name}}`. @throws if it asks for one that is not given */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a template asks for ${name}, which nothing gives`);
    return value;
  });
}
