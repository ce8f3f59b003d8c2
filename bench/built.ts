import { createRequire } from 'node:module';
import path from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

const dist = path.join(__dirname, '..', 'dist');
const load = createRequire(__filename);

/** The built package, as n8n loads it: what users run is what is measured. Throws when it was not built. */
export function builtPackage(): { node: INodeType; trigger: INodeType; credential: ICredentialType } {
	return {
		node: make('nodes/CascadeMessaging/CascadeMessaging.node.js', 'CascadeMessaging') as INodeType,
		trigger: make('nodes/CascadeMessaging/CascadeMessagingTrigger.node.js', 'CascadeMessagingTrigger') as INodeType,
		credential: make('credentials/CascadeMessagingApi.credentials.js', 'CascadeMessagingApi') as ICredentialType,
	};
}

function make(file: string, name: string): unknown {
	const classes = load(path.join(dist, file)) as Record<string, new () => unknown>;
	const Class = classes[name];
	if (Class === undefined) throw new Error(`${file} has no ${name}.`);
	return new Class();
}
