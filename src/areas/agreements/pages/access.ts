export { idAt, keepNowhere } from '../../../platform/http/index.ts';
