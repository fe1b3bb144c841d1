import { saying, type Saying } from '../../plain/words.ts';

/** What was looked at. Once published, the names stay. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly told: Saying;
}

export function fine(name: string, key: string, values: Saying['values'] = {}): Check {
  return { name, ok: true, told: saying(key, values) };
}

export function bad(name: string, key: string, values: Saying['values'] = {}): Check {
  return { name, ok: false, told: saying(key, values) };
}
