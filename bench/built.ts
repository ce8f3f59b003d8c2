import { createRequire } from 'node:module';
import path from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

const dist = path.join(__dirname, '..', 'dist');
const load = createRequire(__filename);

/** The built package, as n8n loads it: what users run is what is measured. Throws when it was not built. */
export function builtPackage(): { node: INodeType; trigger: INodeType; credential: ICredentialType } {
	const make = <T>(file: string, name: string): T => {
		const classes = load(path.join(dist, file)) as Record<string, new () => T>;
		const Class = classes[name];
		if (Class === undefined) throw new Error(`${file} has no ${name}.`);
		return new Class();
	};
	return {
		node: make('nodes/CascadeMessaging/CascadeMessaging.node.js', 'CascadeMessaging'),
		trigger: make('nodes/CascadeMessaging/CascadeMessagingTrigger.node.js', 'CascadeMessagingTrigger'),
		credential: make('credentials/CascadeMessagingApi.credentials.js', 'CascadeMessagingApi'),
	};
}
