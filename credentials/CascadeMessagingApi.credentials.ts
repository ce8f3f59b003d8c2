import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { textOf } from '../nodes/CascadeMessaging/protocol/guards';
import { readHost } from '../nodes/CascadeMessaging/protocol/host';
import { readProof, sign } from '../nodes/CascadeMessaging/protocol/signing';

/** The account at an operator's cascade gateway. Signs every request of the package, and only those to its own host. */
export class CascadeMessagingApi implements ICredentialType {
	name = 'cascadeMessagingApi';

	displayName = 'Cascade Messaging API';

	icon: Icon = {
		light: 'file:../nodes/CascadeMessaging/cascadeMessaging.svg',
		dark: 'file:../nodes/CascadeMessaging/cascadeMessaging.dark.svg',
	};

	documentationUrl = 'https://github.com/cascade-messaging/n8n-nodes-cascade-messaging#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Host',
			name: 'host',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. gateway.example.com',
			description: "The address of your operator's gateway. HTTPS is used unless you write http:// in front.",
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Login and Password', value: 'password' },
				{ name: 'Token', value: 'token' },
			],
			default: 'password',
		},
		{
			displayName: 'Login',
			name: 'login',
			type: 'string',
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['password'] } },
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['password'] } },
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: "Made in the operator's cabinet. Not every operator has tokens.",
			displayOptions: { show: { authentication: ['token'] } },
		},
		{
			displayName: 'Gateway Time Zone',
			name: 'timeZone',
			type: 'string',
			default: 'Europe/Moscow',
			required: true,
			placeholder: 'e.g. Europe/Kyiv',
			description: "The IANA name of the time zone the gateway's clock shows. Times are converted to and from it.",
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			default: false,
			description:
				'Whether to connect even if the certificate of the gateway is not trusted. Others could then read your password.',
			typeOptions: { password: true },
		},
	];

	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const home = readHost(textOf(credentials.host) ?? '');
		if (home === null || new URL(request.url).origin !== new URL(home).origin) {
			throw new Error('This credential signs requests to its own host only.');
		}
		const body = typeof request.body === 'string' ? { body: request.body } : {};
		const headers = { ...request.headers } as Record<string, string>;
		const signed = sign({ url: request.url, headers, ...body }, readProof(credentials));
		return await Promise.resolve({ ...request, ...signed });
	};
}
