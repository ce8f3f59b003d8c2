import { textAt } from '../../../demo/json';
import type { Credential } from '../workflows';
import type { World } from '../world';

/** Makes a credential by the editor's API: the public one of n8n 1.x wants fields too that do not apply. */
export async function makeCredential({ session, simulator }: World, changes: object = {}): Promise<Credential> {
	const name = 'Gateway';
	const data = {
		host: simulator.url,
		authentication: 'password',
		login: 'demo',
		password: 'demo-password',
		timeZone: 'Europe/Moscow',
		store: 'memory',
		...changes,
	};
	const made = await session.rest('POST', '/credentials', { name, type: 'cascadeMessagingApi', data });
	return { id: textAt(made, 'data', 'id'), name };
}
