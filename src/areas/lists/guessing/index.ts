export { guessColumns, type Guess, type GuessedColumn } from './guess.ts';
