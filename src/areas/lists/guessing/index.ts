export { guessColumns, type Guess } from './guess.ts';
