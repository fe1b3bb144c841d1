import { readForm, typedIn, type Request } from '../../../platform/http/index.ts';

/** Hidden in a form: in whose name it was opened. So it counts for them, whatever was chosen elsewhere in between. */
export function inTheNameOf(own: string): { readonly als: string } {
  return { als: own };
}

/** In whose name a form was opened that has come; null where none has, or where it does not say. */
export async function askedAt(c: Request): Promise<string | null> {
  if (c.req.method !== 'POST') return null;
  const asked = typedIn(await readForm(c), 'als');
  return asked === '' ? null : asked;
}
