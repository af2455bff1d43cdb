/** What a place of a vector map is called in the language of the page, or as those call it who live there. */
export function nameOf(properties: Readonly<Record<string, unknown>>, lang: string): string | undefined {
  const names = [`name:${lang}`, `name_${lang}`, 'name'].map((key) => properties[key]);
  return names.find((each): each is string => typeof each === 'string' && each !== '');
}
