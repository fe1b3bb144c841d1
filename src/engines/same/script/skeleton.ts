import { hasKnownScript } from './letters.ts';
import { prepared } from './prepare.ts';
import { romanise } from './romanise.ts';

/** A spelling and the sounds it may stand for, the likeliest first; '' is a sound that a skeleton leaves out. */
type Sound = readonly [pattern: RegExp, sounds: readonly string[]];

/**
 * Spellings by their first letter, tried in this order. Classes of sound: p b · f v · t d · s (all that hisses) ·
 * k g q · l · r · m · n. Vowels, h and y are left out.
 */
const SOUNDS: Readonly<Record<string, readonly Sound[]>> = {
  b: [[/[bp]+/y, ['p']]],
  p: [
    [/p?ph|pf/y, ['f']],
    [/[bp]+/y, ['p']],
  ],
  c: [
    [/cch(?=i|e)|cz|cs/y, ['s']],
    [/ch/y, ['s', 'k']],
    [/cc?(?=[eiyäö])/y, ['s', 'k']],
    [/cqu?|c*k+/y, ['k']],
    // Turkish and Slavic languages hiss it everywhere.
    [/c+/y, ['k', 's']],
  ],
  ç: [[/ç+/y, ['s']]],
  d: [
    [/dsch|ds?zh|dsh|dj|dz/y, ['s']],
    [/dh/y, ['t', 's']],
    [/[td]+/y, ['t']],
  ],
  f: [[/[fv]+/y, ['f']]],
  g: [
    [/gh/y, ['k', '']],
    [/gn/y, ['kn', 'n']],
    [/g+(?=[eiy])/y, ['k', 's']],
    [/g+/y, ['k']],
  ],
  j: [[/j+/y, ['s', '']]],
  k: [
    [/kh/y, ['k', '']],
    [/[kqc]+/y, ['k']],
  ],
  l: [[/l+/y, ['l']]],
  m: [[/m+/y, ['m']]],
  n: [[/n+/y, ['n']]],
  q: [[/q+u?/y, ['k']]],
  r: [[/r+/y, ['r']]],
  s: [[/ss?z?ch|sh|sz|sc(?=[eiy])|s+/y, ['s']]],
  t: [
    [/tt?sch|tt?sh|tt?ch|t[sz]+/y, ['s']],
    [/th/y, ['t', 's']],
    [/[td]+/y, ['t']],
  ],
  v: [[/[fv]+/y, ['f']]],
  w: [[/w+/y, ['f', '']]],
  x: [[/x+/y, ['ks', 's', 'k']]],
  z: [[/zsch|zh|z+/y, ['s']]],
};

const LEFT_OUT: readonly string[] = [''];
const MOST = 6;

/**
 * The consonants of a word as classes of sound, so that spellings of one name in any script or language meet; an "a"
 * in front tells that it begins with a vowel or a weak sound. Several where a spelling may be read several ways,
 * the likeliest first. What has digits or no letter of a known script is its own skeleton.
 *
 * @example skeletonsOf('Mohammed')   // ['mmt'] as of 'محمد'
 * @example skeletonsOf('Tschechow')  // ['ssf', 'skf', 'ss']: with 'Чехов' it shares two
 */
export function skeletonsOf(token: string): readonly string[] {
  const romanised = hasKnownScript(token) ? romanisedWords(token) : [token];
  const words = romanised.map(prepared);
  const [first = ''] = words;
  if (first === '' || !/^[a-zäöüç]+$/.test(first)) return first === '' ? [] : [first];
  // Vowels may stand between any two letters of Arabic.
  const melts = !ARABIC.test(token);
  const read = words.map(readingsOf);
  const best = read.map((sounds) => joined(sounds, melts, () => 0));
  return [...new Set([...best, ...read.flatMap((sounds) => otherReadings(sounds, melts))])].slice(0, MOST);
}

const ARABIC = /\p{Script=Arabic}/u;
const SUN_LETTER = /^ال[تثدذرزسشصضطظلن]/;

/**
 * Arabic glues its article to the word. Latin spellings have it, with its own l or the sound that comes behind it
 * (annour), or leave it out; and some names only begin with the same letters.
 */
function romanisedWords(token: string): readonly string[] {
  const whole = romanise(token);
  if (!/^ال\p{L}{2}/u.test(token)) return whole;
  const [bare = '', ...others] = romanise(token.slice(2));
  const [first = '', ...more] = whole;
  return [bare, first, ...(SUN_LETTER.test(token) ? [`a${bare}`] : []), ...others, ...more];
}

function readingsOf(word: string): readonly (readonly string[])[] {
  const sounds: (readonly string[])[] = [];
  let at = 0;
  while (at < word.length) {
    const found = soundAt(word, at);
    sounds.push(found === null ? LEFT_OUT : found[0]);
    at += found === null ? 1 : found[1];
  }
  return sounds;
}

function otherReadings(sounds: readonly (readonly string[])[], melts: boolean): readonly string[] {
  const others: string[] = [];
  for (const [flipped, choices] of sounds.entries()) {
    for (let choice = 1; choice < choices.length; choice += 1) {
      others.push(joined(sounds, melts, (position) => (position === flipped ? choice : 0)));
    }
  }
  return others;
}

function soundAt(word: string, at: number): readonly [sounds: readonly string[], length: number] | null {
  for (const [pattern, sounds] of SOUNDS[word[at] ?? ''] ?? []) {
    pattern.lastIndex = at;
    if (pattern.test(word)) return [sounds, pattern.lastIndex - at];
  }
  return null;
}

function joined(sounds: readonly (readonly string[])[], melts: boolean, choose: (position: number) => number): string {
  let skeleton = '';
  let before = '';
  for (const [position, choices] of sounds.entries()) {
    const sound = choices[choose(position)] ?? '';
    if (position === 0 && sound === '') skeleton = 'a';
    // Only neighbours melt ("dt", "scz"), not the two m of Muhammad.
    if (!melts || sound !== before) skeleton += sound;
    before = sound;
  }
  return skeleton;
}
