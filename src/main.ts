import { setup } from './setup.ts';
import { cancellation } from './windows/cancellation.ts';

await setup(cancellation());
