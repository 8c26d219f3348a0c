import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { english, japanese } from './catalogues.ts';
import type { Language } from './language.ts';
import './typed-keys.ts';

/** The window's translator, ready at once: both catalogues are in the bundle. */
export function startI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: Object.keys(japanese),
    resources: { ja: japanese, en: english },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  return instance;
}
