import { z } from 'zod';
import { LEVELS } from '../platform/log/index.ts';
import {
  forbiddenAmong,
  isModule,
  MODULE_NAMES,
  modulesOf,
  OPERATORS,
  type ModuleName,
  type Operator,
} from './modules.ts';
import { not, ok, type Result } from '../plain/result.ts';

const text = z.string().trim().min(1);

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  GEFLECHT_DATA: text.default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  GEFLECHT_DATABASE_PLAIN: z.literal('yes').optional(),
  GEFLECHT_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_+/=-]{43,}$/)
    .optional(),
  ORIGIN: z
    .url({ protocol: /^https?$/ })
    .refine((value) => URL.canParse(value) && new URL(value).pathname === '/', { error: 'has a path' })
    .transform((value) => new URL(value).origin)
    .optional(),
  GEFLECHT_ENV: z.enum(['development', 'production']).optional(),
  NODE_ENV: z.string().optional(),
  GEFLECHT_LOG: z.enum(LEVELS).default('info'),
  GEFLECHT_OPERATOR: z.enum(OPERATORS).default('association'),
  GEFLECHT_MODULES: z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter((name) => name !== ''))
    .refine((names) => names.every(isModule))
    .transform((names) => names.filter(isModule))
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: z.email().optional(),
  SOURCE_URL: z.url({ protocol: /^https?$/ }).optional(),
  BACKUP_FOLDER: text.optional(),
  BACKUP_RECIPIENT: z
    .string()
    .regex(/^age1[a-z0-9]+(\s*,\s*age1[a-z0-9]+)*$/)
    .optional(),
});

/** What can be set from outside. README and `docs/running.md` explain each. */
export interface Config {
  readonly port: number;
  readonly dataFolder: string;
  /** null: the embedded database. */
  readonly databaseUrl: string | null;
  /** Seals words that people type; null: the file `secret` in the data folder. */
  readonly secret: string | null;
  /** Without a slash at its end. */
  readonly origin: string;
  /** Strict words, messages of errors in the log, the page of all parts. */
  readonly development: boolean;
  readonly logLevel: (typeof LEVELS)[number];
  /** Who runs it; what a public body must not know is left out there. */
  readonly operator: Operator;
  /** The parts that this installation has. */
  readonly modules: readonly ModuleName[];
  /** Where the source code of this version can be had; null while nobody said. */
  readonly sourceUrl: string | null;
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Where backups go and who can open them (`age1…`, several with commas). With both, a running server makes one a day. */
  readonly backup: { readonly folder: string | null; readonly recipient: string | null };
}

type Name = keyof z.infer<typeof schema>;

const ADVICE: Readonly<Record<Name, string>> = {
  PORT: 'eine Zahl von 0 bis 65535, zum Beispiel PORT=3000',
  GEFLECHT_DATA: 'ein Ordner, zum Beispiel GEFLECHT_DATA=./data',
  DATABASE_URL:
    'die Adresse eines PostgreSQL-Servers, zum Beispiel DATABASE_URL=postgres://name:kennwort@localhost/geflecht',
  GEFLECHT_DATABASE_PLAIN: 'yes, oder gar nichts',
  GEFLECHT_SECRET:
    'ein zufälliger Text aus mindestens 43 Buchstaben und Ziffern, für alle Prozesse derselbe (zum Beispiel aus „openssl rand -base64 32“)',
  ORIGIN: 'die Adresse, unter der man die Seite erreicht, ohne Pfad, zum Beispiel ORIGIN=https://netz.example.org',
  GEFLECHT_ENV: 'development oder production',
  NODE_ENV: 'development oder production',
  GEFLECHT_LOG: `eins von ${LEVELS.join(', ')}`,
  GEFLECHT_OPERATOR: 'association (ein Verein) oder public (eine öffentliche Stelle)',
  GEFLECHT_MODULES: `eine Auswahl von ${MODULE_NAMES.join(', ')}, mit Kommas`,
  SMTP_URL: 'die Adresse eines Mailservers, zum Beispiel SMTP_URL=smtps://name:kennwort@mail.example.org',
  SMTP_FROM: 'eine Mailadresse, zum Beispiel SMTP_FROM=netz@example.org',
  SOURCE_URL:
    'die Adresse, unter der der Quelltext dieser Fassung liegt, zum Beispiel SOURCE_URL=https://code.example.org/geflecht',
  BACKUP_FOLDER: 'ein Ordner für die Sicherungen, zum Beispiel BACKUP_FOLDER=/mnt/sicherung',
  BACKUP_RECIPIENT: 'der öffentliche Schlüssel, den „backup --new-key DATEI“ zeigt: BACKUP_RECIPIENT=age1…',
};

/**
 * Reads the settings. Where something cannot be used, the issue is a text for the terminal that
 * says what each setting has to look like; it quotes no value, because values can be secret.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, string> {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const unknown = Object.keys(given).filter(
    (name) => /^(GEFLECHT_(?!TEST_)|SMTP_|BACKUP_)/.test(name) && !(name in ADVICE),
  );
  const parsed = schema.safeParse(given);
  const wrong = parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  const problems = [
    ...unknown.map((name) => `${name} kennt Geflecht nicht. Es gibt: ${Object.keys(ADVICE).join(', ')}.`),
    ...wrong.map((name) => `${name} passt so nicht. Richtig ist ${adviceOn(name)}.`),
  ];
  if ('SMTP_URL' in given !== 'SMTP_FROM' in given)
    problems.push('SMTP_URL und SMTP_FROM gehören zusammen: setze beide oder keine.');
  if (parsed.success && parsed.data.GEFLECHT_DATABASE_PLAIN !== 'yes' && isOpenOnTheWay(parsed.data.DATABASE_URL))
    problems.push(
      'DATABASE_URL führt auf einen anderen Rechner, ohne Verschlüsselung zu verlangen. Hänge ?sslmode=verify-full an. Ist der Weg dorthin anders geschützt, setze GEFLECHT_DATABASE_PLAIN=yes.',
    );
  if (parsed.success) {
    const forbidden = forbiddenAmong(parsed.data.GEFLECHT_MODULES ?? [], parsed.data.GEFLECHT_OPERATOR);
    if (forbidden.length > 0)
      problems.push(
        `Eine öffentliche Stelle darf diese Teile nicht betreiben: ${forbidden.join(', ')}. Sie müsste melden oder herausgeben, was dort steht. Nimm sie aus GEFLECHT_MODULES, oder lass einen Verein Geflecht betreiben.`,
      );
  }
  if (!parsed.success || problems.length > 0) return not(problems.join('\n'));
  return ok(configOf(parsed.data));
}

/** Whether what is said to the database could be read on its way: another machine, and no TLS asked for. */
function isOpenOnTheWay(databaseUrl: string | undefined): boolean {
  if (databaseUrl === undefined) return false;
  const { hostname, searchParams } = new URL(databaseUrl);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  if (['', 'localhost', '127.0.0.1', '[::1]', '::1'].includes(host) || host.startsWith('/')) return false;
  return !['require', 'verify-ca', 'verify-full'].includes(searchParams.get('sslmode') ?? '');
}

function configOf(data: z.infer<typeof schema>): Config {
  const { SMTP_URL: url, SMTP_FROM: from } = data;
  return {
    port: data.PORT,
    dataFolder: data.GEFLECHT_DATA,
    databaseUrl: data.DATABASE_URL ?? null,
    secret: data.GEFLECHT_SECRET ?? null,
    origin: data.ORIGIN ?? `http://localhost:${data.PORT}`,
    development: (data.GEFLECHT_ENV ?? data.NODE_ENV) === 'development',
    logLevel: data.GEFLECHT_LOG,
    operator: data.GEFLECHT_OPERATOR,
    modules: modulesOf(data.GEFLECHT_MODULES ?? null, data.GEFLECHT_OPERATOR),
    sourceUrl: data.SOURCE_URL ?? null,
    mail: url === undefined || from === undefined ? null : { url, from },
    backup: { folder: data.BACKUP_FOLDER ?? null, recipient: data.BACKUP_RECIPIENT ?? null },
  };
}

function adviceOn(name: string): string {
  const found = Object.entries(ADVICE).find(([known]) => known === name);
  return found === undefined ? '' : found[1];
}
