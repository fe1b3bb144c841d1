export { handOverSealed, openWhenDone, type Sealed } from './sealed.ts';
