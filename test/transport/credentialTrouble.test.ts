import type { CredentialTroubleCode } from '../../nodes/CascadeMessaging/transport/credentialTrouble';
import { wordsFor } from '../../nodes/CascadeMessaging/transport/credentialTrouble';

const ADVICE =
	'Over http:// anyone on the way could read your password. Write https:// instead, or turn on Allow Unencrypted Connections in the credential if you know that the way is safe.';

it.each<[CredentialTroubleCode, string, string, string]>([
	[
		'hostUnreadable',
		'The host in the credential is not an address',
		'Open the credential and enter the host your operator gave you, e.g. gateway.example.com.',
		'The host is not an address. Enter what your operator gave you, e.g. gateway.example.com.',
	],
	['hostExposed', 'The host in the credential is not encrypted, so nothing was sent', ADVICE, `Nothing was sent. ${ADVICE}`],
	[
		'n8nUrlUnreadable',
		'The n8n URL in the credential is not an address',
		'Open the credential and enter the n8n URL under which n8n reaches itself, e.g. http://localhost:5678.',
		'The n8n URL is not an address. Enter the one under which n8n reaches itself, e.g. http://localhost:5678.',
	],
	['n8nUrlExposed', 'The n8n URL in the credential is not encrypted, so nothing was sent', ADVICE, `Nothing was sent. ${ADVICE}`],
	[
		'timeZoneUnknown',
		'"Mos$&…cow" in the credential is not a time zone',
		'Open the credential and enter an IANA time zone, e.g. Europe/Moscow.',
		'"Mos$&…cow" is not a time zone. Enter an IANA name, e.g. Europe/Moscow.',
	],
])('%s is told in a run and by the Test button', (code, message, description, inTest) => {
	expect(wordsFor({ code, value: 'Mos$&…cow' })).toEqual({ message, description, inTest });
});
