import type { Icon, ICredentialDataDecryptedObject, ICredentialType, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

import { plainHttpOfHost, plainHttpOfN8n, timeZones } from '../nodes/CascadeMessaging/transport/credentialFields';
import { signForAddress } from '../nodes/CascadeMessaging/transport/signForAddress';

/** The account at an operator's cascade gateway. Signs every request of the package, and no other. */
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
			type: 'options',
			options: timeZones,
			default: 'Europe/Moscow',
			required: true,
			description:
				"The time zone the gateway's clock shows. Times are converted to and from it. By expression, any other IANA name will do.",
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			default: false,
			description: 'Whether to connect even if the certificate of the gateway is not trusted. Others could then read your password.',
			typeOptions: { password: true },
		},
		plainHttpOfHost,
		{
			displayName: 'Remember Sent Messages In',
			name: 'store',
			type: 'options',
			options: [
				{
					name: 'Memory',
					value: 'memory',
					description: 'Nothing to set up. A crash of n8n can lose what the trigger has not reported yet.',
				},
				{
					name: 'Data Table',
					value: 'dataTable',
					description: 'Survives restarts and works in queue mode. The table can be read and reported on in n8n.',
				},
			],
			default: 'memory',
			description: 'Where Send leaves messages for the Cascade Messaging Trigger to report',
		},
		{
			displayName: 'n8n API Key',
			name: 'n8nApiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Made under Settings > n8n API, with all scopes of Data Table and Data Table Row. It goes to n8n only.',
			displayOptions: { show: { store: ['dataTable'] } },
		},
		{
			displayName: 'n8n URL',
			name: 'n8nUrl',
			type: 'string',
			default: 'http://localhost:5678',
			required: true,
			placeholder: 'e.g. http://localhost:5678',
			description: 'The address under which n8n reaches itself; in queue mode, its main process',
			displayOptions: { show: { store: ['dataTable'] } },
		},
		plainHttpOfN8n,
		{
			displayName: 'Data Table Name',
			name: 'dataTableName',
			type: 'string',
			default: 'cascade_messages',
			required: true,
			description: 'The data table to use. It is made when there is none of this name.',
			displayOptions: { show: { store: ['dataTable'] } },
		},
		{
			displayName: 'Keep For (Days)',
			name: 'keepForDays',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 30,
			description: 'How long messages stay in the data table. Keep them longer than the Give Up After of your triggers.',
			displayOptions: { show: { store: ['dataTable'] } },
		},
		{
			displayName: 'Reply Key',
			name: 'replySecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				"For the Cascade Messaging Reply Trigger: what must stand behind ?key= in the URL that replies are posted to. Letters and digits. Empty means that n8n's random URL alone keeps others out.",
		},
		{
			// Keeps the HTTP Request node from sending what this credential holds to a host of the workflow author's choice.
			displayName: 'Allowed HTTP Request Domains',
			name: 'allowedHttpRequestDomains',
			type: 'hidden',
			default: 'none',
		},
	];

	authenticate = async (credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		return await Promise.resolve(signForAddress(credentials, request));
	};
}
