import { ORGANISATIONS, type Wall } from '../../platform/database/index.ts';

/** A cooperation is there for its partners of today and for nobody else, whatever their rank. */
export const COOPERATION_WALL: Wall = both(`partners && ${ORGANISATIONS}`);

/** The same for a table with a column `cooperation`: it asks the row of the cooperation, which has asked already. */
export const PARTNERS_WALL: Wall = both('cooperation in (select id from cooperation)');

function both(condition: string): Wall {
  return { read: condition, write: condition };
}
