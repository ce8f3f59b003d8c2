import type { Credential } from '../workflows';
import type { World } from '../world';
import type { Answer } from './flows';
import { call, publishRow, webhook } from './flows';

/** The versions of n8n's HTTP Request node that can take the credential of another node. */
export const BORROWERS = [2, 3, 4, 4.2] as const;

/** A workflow whose author lets the HTTP Request node sign with the credential, and send to any address. */
export async function publishBorrower(world: World, credential: Credential, version: (typeof BORROWERS)[number]): Promise<string> {
	const path = `borrower-${version}`;
	const isOld = version === 2;
	const body = '{"state":[{"id_message":"1"}]}';
	await publishRow(world, path, [
		webhook(path),
		{
			...{ name: 'HTTP Request', type: 'n8n-nodes-base.httpRequest', typeVersion: version },
			credentials: { cascadeMessagingApi: credential },
			parameters: {
				url: '={{ $json.body.url }}',
				...{ authentication: 'predefinedCredentialType', nodeCredentialType: 'cascadeMessagingApi' },
				...(isOld
					? { requestMethod: 'POST', jsonParameters: true, bodyParametersJson: body }
					: { method: 'POST', sendBody: true, specifyBody: 'json', jsonBody: body, options: {} }),
			},
		},
	]);
	return path;
}

/** Lets a borrower send to an address. */
export async function borrow(world: World, path: string, url: string): Promise<Answer> {
	return await call(world, path, { url });
}
