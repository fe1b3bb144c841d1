export { loadWords, type WordsOffice, type WordsOptions } from './office.ts';
export { LANGUAGES, findLanguage, type Language } from './languages.ts';
export { chooseLanguage, type Wishes } from './choose-language.ts';
