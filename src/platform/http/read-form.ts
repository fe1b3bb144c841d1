import { saying } from '../../plain/words.ts';
import { InputError } from '../errors.ts';
import type { Request } from './env.ts';

/** What a form sent: a text a field, or several where a field may repeat. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** Reads a form without files; the one sign that no database takes is left out. Which fields there are, and what they may hold, is the schema's business. */
export async function readForm(c: Request): Promise<FormFields> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) throw unreadable();
  const form = await c.req.formData().catch((error: unknown) => {
    throw unreadable(error);
  });
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value.replaceAll('\0', '')]);
  }
  const entries = [...fields].map(([name, values]): [string, string | string[]] => {
    const [first] = values;
    return [name, values.length === 1 && first !== undefined ? first : values];
  });
  return Object.fromEntries(entries);
}

/** What stands in a field of a form, as it was typed; of several the first, empty where there is none. */
export function typedIn(typed: FormFields, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

function unreadable(cause?: unknown): InputError {
  const error = new InputError(saying('platform.input.unreadable'));
  error.cause = cause;
  return error;
}
