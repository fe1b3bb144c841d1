import type { KnownSource } from '../../areas/claims/index.ts';
import { idFor } from '../../plain/ids.ts';
import { canonical } from '../../plain/json.ts';

/** What names a source in exports: the same for equal sources, whatever number the database gave them. */
export function sourceKey({ kind, speaker, publisher, licence, takedownContact, retrievedAt }: KnownSource): string {
  return idFor(`source/${canonical([kind, speaker, publisher, licence, takedownContact, retrievedAt.toISOString()])}`);
}
