/** Fills in a template's `{{name}}` placeholders. @throws if a value is missing */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a template asks for ${name}, which nothing gives`);
    return value;
  });
}
