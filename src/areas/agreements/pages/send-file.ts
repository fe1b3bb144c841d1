import { keepNowhere, type Request } from '../../../platform/http/index.ts';

/** A file to take along, under a name of ours. */
export function sendFile(
  c: Request,
  {
    name,
    type,
    bytes,
  }: { readonly name: string; readonly type: string; readonly bytes: string | Uint8Array<ArrayBuffer> },
) {
  keepNowhere(c);
  c.header('content-type', type);
  c.header('content-disposition', `attachment; filename="${name}"`);
  return c.body(bytes);
}
