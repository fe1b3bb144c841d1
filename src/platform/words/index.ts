export { loadWords, type WordsOffice } from './office.ts';
export { LANGUAGES, findLanguage } from './languages.ts';
export { chooseLanguage } from './choose-language.ts';
