export { typeset, typesetAsPicture, type Sheet } from './typeset.ts';
export { missingShapes } from './printable.ts';
