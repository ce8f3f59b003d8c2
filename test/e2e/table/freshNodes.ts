import { createRequire } from 'node:module';

import type * as sendKit from '../../engine/send/kit';
import type * as triggerKit from '../../engine/trigger/kit';

const load = createRequire(__filename);

/** What the package does in one n8n process, from its start to its end. */
export interface FreshNodes {
	activate: typeof triggerKit.activate;
	send: typeof sendKit.send;
}

/** Loads the package as a starting n8n does: nothing of what it knew is left. */
export function freshNodes(): FreshNodes {
	const isOurs = (file: string): boolean => /[\\/](nodes|credentials)[\\/][^\\/]*Cascade|[\\/](trigger|send)[\\/]kit\./.test(file);
	for (const file of Object.keys(load.cache).filter((one) => isOurs(one) && !one.includes('node_modules'))) {
		Reflect.deleteProperty(load.cache, file);
	}
	const { activate } = load('../../engine/trigger/kit') as FreshNodes;
	const { send } = load('../../engine/send/kit') as FreshNodes;
	return { activate, send };
}
