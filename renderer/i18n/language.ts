export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

export const languageKey = 'myaku.language';

/** The language chosen before, else the system's first one that Myaku speaks, else English. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(languageKey);
  return pickLanguage(chosen === null ? navigator.languages : [chosen, ...navigator.languages]);
}

/** The first of the wished languages that Myaku speaks; English when it speaks none. */
export function pickLanguage(wished: readonly string[]): Language {
  for (const tag of wished) {
    const spoken = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (spoken !== undefined) return spoken;
  }
  return 'en';
}
