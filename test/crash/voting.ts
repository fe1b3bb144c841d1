import { ballotKey } from '../../src/areas/commonground/seal.ts';
import { post, type Deeds, type House } from './deed.ts';

const ANSWERS = ['agree', 'disagree', 'pass'] as const;
const NUMBERS = { agree: 1, disagree: -1, pass: 0 } as const;

/** One person after the other answers one statement after the other. */
export function voting({ home, site, world }: House): Deeds {
  const { conversation, token, marks, statements } = world.votes;
  const cookie = `g${conversation.slice(0, 8)}=`;
  const inAll = marks.length * statements.length;
  const answerOf = (number: number) => ANSWERS[(number + Math.floor(number / marks.length)) % 3] ?? 'pass';
  const statementOf = (number: number) => statements[Math.floor(number / marks.length) % statements.length] ?? '';
  const found = async () => {
    const { rows } = await home.database.sql('select key, answers from ballot where conversation = $1', [conversation]);
    return new Map(rows.map(({ key, answers }) => [String(key), answers as Readonly<Record<string, number>>]));
  };
  const count = async () =>
    [...(await found()).values()].reduce((sum, answers) => sum + Object.keys(answers).length, 0);
  return {
    count,
    settle: () => Promise.resolve(),
    next(number) {
      if (number >= inAll) throw new Error('everybody has answered everything');
      const sender = { cookie: `${cookie}${marks[number % marks.length]}` };
      const form = { statement: statementOf(number), answer: answerOf(number) };
      return { name: 'vote', work: () => post({ home, site, world }, `/g/${token}/aussage`, sender, form) };
    },
    async found() {
      const ballots = await found();
      const number = [...ballots.values()].reduce((sum, answers) => sum + Object.keys(answers).length, 0);
      const problems = ballots.size === marks.length ? [] : [`${ballots.size} ballots of ${marks.length} people`];
      for (let place = 0; place < number; place += 1) {
        const ballot = ballots.get(ballotKey(conversation, marks[place % marks.length] ?? ''));
        if (ballot?.[statementOf(place)] !== NUMBERS[answerOf(place)])
          problems.push(`answer ${place} is not as it was given`);
      }
      return { number, problems };
    },
  };
}
