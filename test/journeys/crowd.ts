import { analyse, openBallotBox, tellAnalysis, type Answer } from '../../src/engines/opinion/index.ts';
import type { House } from './house.ts';

/** A statement in three languages, and how many of a hundred agree on either side. */
export interface Thought {
  readonly de: string;
  readonly tr: string;
  readonly ar: string;
  readonly agree: readonly [number, number];
  /** The language in which somebody who takes part wrote it; none where it stands there from the beginning. */
  readonly by?: 'de' | 'tr' | 'ar';
}

/** Four are shared by nearly all, six part two sides, two are as chance has them. */
export const THOUGHTS: readonly Thought[] = [
  {
    de: 'Wir brauchen mehr Räume ohne Mietkosten.',
    tr: 'Kirasız daha çok mekâna ihtiyacımız var.',
    ar: 'نحتاج إلى مزيد من القاعات دون إيجار.',
    agree: [98, 98],
  },
  {
    de: 'Feste feiern wir am besten gemeinsam.',
    tr: 'Şenlikleri en güzel birlikte kutlarız.',
    ar: 'الاحتفال معًا أجمل من الاحتفال متفرقين.',
    agree: [97, 97],
  },
  {
    de: 'Über Geld für das Viertel soll die Stadt allein bestimmen.',
    tr: 'Mahalle için paraya yalnızca belediye karar vermeli.',
    ar: 'على البلدية وحدها أن تقرر في أموال الحي.',
    agree: [2, 2],
  },
  {
    de: 'Geld soll nach der Zahl der Mitglieder verteilt werden.',
    tr: 'Para üye sayısına göre dağıtılmalı.',
    ar: 'يجب أن توزَّع الأموال بحسب عدد الأعضاء.',
    agree: [90, 8],
  },
  {
    de: 'Sitzungen sollen auf Deutsch sein.',
    tr: 'Toplantılar Almanca olmalı.',
    ar: 'يجب أن تكون الاجتماعات بالألمانية.',
    agree: [88, 12],
  },
  {
    de: 'Das Jugendzentrum soll auch sonntags offen sein.',
    tr: 'Gençlik merkezi pazar günleri de açık olmalı.',
    ar: 'يجب أن يفتح مركز الشباب أبوابه أيام الأحد أيضًا.',
    agree: [10, 90],
  },
  {
    de: 'Jeder Verein bekommt einen Schlüssel zum Haus.',
    tr: 'Her dernek binanın anahtarını almalı.',
    ar: 'يحصل كل اتحاد على مفتاح للمبنى.',
    agree: [96, 96],
    by: 'de',
  },
  {
    de: 'Kochabende sollen Vorrang vor Kursen haben.',
    tr: 'Yemek akşamları kurslardan önce gelmeli.',
    ar: 'لأمسيات الطبخ أولوية على الدورات.',
    agree: [10, 88],
    by: 'tr',
  },
  {
    de: 'Wer den Raum nutzt, räumt ihn auch auf.',
    tr: 'Yeri kullanan toplasın da.',
    ar: 'من يستخدم القاعة يرتبها أيضًا.',
    agree: [50, 52],
    by: 'ar',
  },
  {
    de: 'Ein Vorstand aus wenigen Leuten reicht.',
    tr: 'Az kişilik bir yönetim yeter.',
    ar: 'يكفي مجلس إدارة من أشخاص قليلين.',
    agree: [90, 10],
    by: 'de',
  },
  {
    de: 'Parteien dürfen bei unseren Festen sprechen.',
    tr: 'Partiler şenliklerimizde konuşabilir.',
    ar: 'يحق للأحزاب أن تتحدث في احتفالاتنا.',
    agree: [12, 86],
    by: 'tr',
  },
  {
    de: 'Nach zehn Uhr abends ist Ruhe.',
    tr: 'Akşam ondan sonra sessizlik olsun.',
    ar: 'بعد العاشرة مساءً يسود الهدوء.',
    agree: [48, 50],
    by: 'ar',
  },
];

/** What one person thinks of a statement; odd and even people are on two sides. The same at every call. */
export function opinion(person: number, thought: number): Answer {
  const share = THOUGHTS[thought]?.agree[person % 2] ?? 50;
  const throwOf = (salt: number) => {
    const mixed = Math.imul((person + 1) * 73_856_093 + (thought + 1) * 19_349_663 + salt * 83_492_791, 2_654_435_761);
    return ((mixed >>> 8) ^ (mixed >>> 19)) % 100;
  };
  if (throwOf(1) < 4) return 0;
  return throwOf(2) < share ? 1 : -1;
}

/** Who thinks what, by person and statement, as a test remembers it. */
export type Remembered = Map<number, Map<number, Answer>>;

export const NAMES = { '1': 'agree', '0': 'pass', '-1': 'disagree' } as const;

/** Which statement a text is, in whatever language. */
export function thoughtOf(text: string): number {
  const found = THOUGHTS.findIndex((thought) => [thought.de, thought.tr, thought.ar].some((one) => text.includes(one)));
  if (found < 0) throw new Error(`nobody thought of: ${text}`);
  return found;
}

/** Somebody without JavaScript: joins by the form, and answers form by form until all is answered. */
export async function voteByForms(house: House, door: string, person: number): Promise<Map<number, Answer>> {
  const lang = (['de', 'tr', 'ar'] as const)[person % 3] ?? 'de';
  const send = (path: string, form: Readonly<Record<string, string>>, cookie: string) =>
    fetch(new URL(path, house.origin), {
      method: 'POST',
      headers: { origin: house.origin, cookie },
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
  const joined = await send(door, {}, '');
  const cookie = /\bg[0-9a-f]{8}=[^;]+/.exec(joined.headers.get('set-cookie') ?? '')?.[0] ?? '';
  const said = new Map<number, Answer>();
  for (;;) {
    const page = await (
      await fetch(new URL(`${door}/aussage?lang=${lang}`, house.origin), { headers: { cookie } })
    ).text();
    const statement = /name="statement" value="([^"]+)"/.exec(page)?.[1];
    if (statement === undefined) return said;
    const thought = thoughtOf(/data-text[^>]*>(.*?)<\/p>/s.exec(page)?.[1] ?? '');
    const answer = opinion(person, thought);
    const sent = await send(`${door}/aussage`, { statement, answer: NAMES[`${answer}`] }, cookie);
    if (sent.status !== 303 || said.has(thought)) throw new Error(`${thought}: ${sent.status}`);
    said.set(thought, answer);
  }
}

/** What the engine says of the same votes. */
export function expectedResult(remembered: Remembered) {
  const box = openBallotBox();
  for (const [person, said] of remembered)
    for (const [thought, answer] of said) box.cast(String(person), String(thought), answer);
  const statements = THOUGHTS.map((_, thought) => ({ id: String(thought) }));
  const analysis = analyse(box.count(statements));
  return { analysis, told: tellAnalysis(analysis, { statements }) };
}
