import type { Hono } from 'hono';
import type { Env } from '../../platform/http/index.ts';
import { kitPage } from '../../ui/index.ts';
import type { FrameOf } from '../frame.ts';

/** `/_kit`: every part of the interface, for development only. */
export function addKitPage(web: Hono<Env>, { frame }: { readonly frame: FrameOf }): void {
  web.get('/_kit', async (c) => c.html(kitPage(c.var.words, await frame(c))));
}
