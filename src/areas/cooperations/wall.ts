import { ORGANISATIONS, SYSTEM_ONLY, type Wall } from '../../platform/database/index.ts';

/** A cooperation is there for its partners of today and for nobody else, whatever their rank. */
export const COOPERATION_WALL: Wall = { ...both(`partners && ${ORGANISATIONS}`), remove: SYSTEM_ONLY.write };

/** The same for a table with a column `cooperation`: it asks the row of the cooperation, which has asked already. */
export const PARTNERS_WALL: Wall = both('cooperation in (select id from cooperation)');

/** Since when somebody is a partner: each writes itself down once, when it begins; the rest is the program's. */
export const PARTNER_SINCE_WALL: Wall = {
  read: PARTNERS_WALL.read,
  write: `organisation = any(${ORGANISATIONS}) and ${PARTNERS_WALL.write}`,
  remove: SYSTEM_ONLY.write,
};

function both(condition: string): Wall {
  return { read: condition, write: condition };
}
