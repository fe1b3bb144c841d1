export { holdSecret, sealWords } from './secret.ts';
