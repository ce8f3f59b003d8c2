import type { ICredentialTestFunctions } from 'n8n-workflow';

import type { GatewayRequest, ProtocolName } from '../protocol';
import { PROTOCOLS } from '../protocol';
import { askUnattended } from './askUnattended';
import type { TestFinding } from './clockWords';
import type { Credential, Secrets } from './readCredential';
import { testAccount } from './testAccount';
import type { Verdict } from './testProtocol';
import { testProtocol } from './testProtocol';
import type { TransportError, TransportErrorCode } from './transportError';

/**
 * What the credential's Test found out: over which protocols the gateway answers, and what the account says of itself, which may make the
 * time zone doubtful; or what is in the way.
 */
export type GatewayTest = { readonly message: string; readonly isDoubt: boolean } | { readonly trouble: string };

const FIRST_WAIT = 25_000;
const NEXT_WAIT = 15_000;
const ACCOUNT_WAIT = 8_000;

/**
 * Asks the gateway over each protocol and says which answer. JSON comes first and alone: where the login is wrong or nobody answers at all,
 * the others would only say so again, and some gateways count wrong logins. The account itself is asked only where JSON has taken the login.
 */
export async function testGateway(context: ICredentialTestFunctions, credential: Credential, secrets: Secrets): Promise<GatewayTest> {
	const askWithin = (timeout: number) => async (request: GatewayRequest) =>
		await askUnattended(context, { credential, secrets, request, timeout });
	const test = async (name: ProtocolName, timeout: number): Promise<Tested> => {
		return { name, verdict: await testProtocol(name, anyId(), askWithin(timeout)) };
	};
	const first = await test('json', FIRST_WAIT);
	if (isTheEnd(first.verdict)) return summaryOf([first], credential.quote);
	const [xml, get, account] = await Promise.all([
		test('xml', NEXT_WAIT),
		test('get', NEXT_WAIT),
		first.verdict.is === 'well' ? testAccount(askWithin(ACCOUNT_WAIT), credential) : undefined,
	]);
	return summaryOf([first, xml, get], credential.quote, account);
}

/** A protocol and what it said to the Test. */
interface Tested {
	readonly name: ProtocolName;
	readonly verdict: Verdict;
}

/** An ID of its own for each question: over GET the same one may not be asked twice in a minute (docs/protocol.md section 4). */
function anyId(): string {
	return String(1 + Math.floor(Math.random() * 999_999));
}

/** Trouble with the whole host, whatever the protocol. */
const OF_THE_HOST: readonly TransportErrorCode[] = [
	'connectionRefused',
	'connectTimedOut',
	'connectionNotMade',
	'hostNotFound',
	'hostUnreachable',
	'addressBlocked',
	'proxyNotUsable',
	'proxyRefused',
	'certificateNotTrusted',
	'noSecureConnection',
];

function isTheEnd(verdict: Verdict): boolean {
	if (verdict.is !== 'absent') return verdict.is === 'accessDenied';
	return verdict.why !== undefined && OF_THE_HOST.includes(verdict.why.code);
}

function summaryOf(tested: readonly Tested[], quote: (words: string) => string, account?: TestFinding): GatewayTest {
	const verdicts = tested.map(({ verdict }) => verdict);
	const [denied] = verdicts.flatMap((verdict) => (verdict.is === 'accessDenied' ? [verdict.words] : []));
	if (denied !== undefined) {
		return { trouble: `The gateway does not accept this login and password, or token. It says: ${quote(denied)}` };
	}
	const spoken = tested.filter(({ verdict }) => verdict.is === 'well').map(({ name }) => name);
	if (spoken.length > 0) {
		const sentences = ['The gateway accepts this account.', describeSpoken(spoken), ...(account === undefined ? [] : [account.words])];
		return { message: sentences.join(' '), isDoubt: account?.isDoubt === true };
	}
	const [refused] = verdicts.flatMap((verdict) => (verdict.is === 'refused' ? [verdict.words] : []));
	if (refused !== undefined) return { trouble: `The gateway answers, but refuses the question. It says: ${quote(refused)}` };
	return { trouble: describeAbsence(verdicts.flatMap((verdict) => (verdict.is === 'absent' ? (verdict.why ?? []) : []))) };
}

function describeSpoken(spoken: readonly ProtocolName[]): string {
	const titles = spoken.map((name) => PROTOCOLS[name].title);
	const list = titles.length > 1 ? `${titles.slice(0, -1).join(', ')} and ${titles.at(-1) ?? ''}` : `${titles.join('')} only`;
	const advice = spoken.includes('json') ? '.' : `: choose the protocol ${titles.join(' or ')} in the nodes' options.`;
	return `It answers over ${list}${advice}`;
}

/** A status alone says little; a denied access, a redirect or a broken connection says what to mend. */
function describeAbsence(troubles: readonly TransportError[]): string {
	const [telling] = troubles.filter(({ code }) => code !== 'httpStatus');
	return telling?.message ?? 'The host answers, but not like a cascade gateway. Check the host in the credential.';
}
