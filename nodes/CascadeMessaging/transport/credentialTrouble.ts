/** Why a field of the credential cannot be used: it is no address, its address is not encrypted, or it is no time zone. */
export type CredentialTroubleCode = 'hostUnreadable' | 'hostExposed' | 'n8nUrlUnreadable' | 'n8nUrlExposed' | 'timeZoneUnknown';

/** A field of the credential that cannot be used, and what stands in it. */
export interface CredentialTrouble {
	readonly code: CredentialTroubleCode;
	readonly value: string;
}

/** How the user is told of a trouble: by a run, as the message and the description of an error, and in one text by the Test button. */
interface CredentialWords {
	readonly message: string;
	readonly description: string;
	readonly inTest: string;
}

const EXPOSED_ADVICE =
	'Over http:// anyone on the way could read your password. Write https:// instead, or turn on Allow Unencrypted Connections in the credential if you know that the way is safe.';

const WORDS: Readonly<Record<CredentialTroubleCode, CredentialWords>> = {
	hostUnreadable: {
		message: 'The host in the credential is not an address',
		description: 'Open the credential and enter the host your operator gave you, e.g. gateway.example.com.',
		inTest: 'The host is not an address. Enter what your operator gave you, e.g. gateway.example.com.',
	},
	hostExposed: {
		message: 'The host in the credential is not encrypted, so nothing was sent',
		description: EXPOSED_ADVICE,
		inTest: `Nothing was sent. ${EXPOSED_ADVICE}`,
	},
	n8nUrlUnreadable: {
		message: 'The n8n URL in the credential is not an address',
		description: 'Open the credential and enter the n8n URL under which n8n reaches itself, e.g. http://localhost:5678.',
		inTest: 'The n8n URL is not an address. Enter the one under which n8n reaches itself, e.g. http://localhost:5678.',
	},
	n8nUrlExposed: {
		message: 'The n8n URL in the credential is not encrypted, so nothing was sent',
		description: EXPOSED_ADVICE,
		inTest: `Nothing was sent. ${EXPOSED_ADVICE}`,
	},
	timeZoneUnknown: {
		message: '"…" in the credential is not a time zone',
		description: 'Open the credential and enter an IANA time zone, e.g. Europe/Moscow.',
		inTest: '"…" is not a time zone. Enter an IANA name, e.g. Europe/Moscow.',
	},
};

/** How the user is told of a trouble; `"…"` stands for what is in the field. */
export function wordsFor({ code, value }: CredentialTrouble): CredentialWords {
	const { message, description, inTest } = WORDS[code];
	const quoted = (text: string): string => text.replace('…', () => value);
	return { message: quoted(message), description, inTest: quoted(inTest) };
}
