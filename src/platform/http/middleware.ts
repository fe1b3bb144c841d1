import type { MiddlewareHandler } from 'hono';
import type { Env } from './env.ts';

export type Middleware = MiddlewareHandler<Env>;
