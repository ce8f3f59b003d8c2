import type { AccountAnswer, GatewayRequest } from '../protocol';
import { encodeQuestion, readAccountAnswer, shorten } from '../protocol';
import type { UnattendedAnswer } from './askUnattended';
import type { TestFinding } from './clockWords';
import { clockWords } from './clockWords';
import type { Credential } from './readCredential';
import { tryDecode } from './tryDecode';

/** How the Test asks. */
type Ask = (request: GatewayRequest) => Promise<UnattendedAnswer>;

/**
 * What an account says of itself to the credential's Test: its balance, and what its clock shows beside the time zone of the credential. Many
 * operators tell neither (docs/protocol.md section 8), which is no trouble: of a balance that is not told nothing is said, but that the time
 * zone was not compared is worth knowing.
 */
export async function testAccount(ask: Ask, credential: Credential): Promise<TestFinding> {
	const [balance, clock] = await Promise.all([balanceWords(ask, credential), clockFound(ask, credential)]);
	return { words: `${balance}${clock.words}`, isDoubt: clock.isDoubt };
}

async function balanceWords(ask: Ask, { quote }: Credential): Promise<string> {
	const balance = await answerTo('balance', ask, (text) => readAccountAnswer('balance', text, { input: {}, quote }));
	if (balance === undefined) return '';
	const { amount, currency } = balance;
	return `The balance is ${quote(`${amount.toFixed(2)} ${shorten(currency ?? '', LONGEST_CURRENCY)}`)}. `;
}

const LONGEST_CURRENCY = 20;

const NOT_TOLD = { words: 'The gateway does not tell its clock, so Gateway Time Zone was not compared with it.', isDoubt: false };

/** The gateway looks at its clock somewhere between question and answer: half-way is never far off. */
async function clockFound(ask: Ask, { quote, timeZone }: Credential): Promise<TestFinding> {
	const asked = Date.now();
	const clock = await answerTo('clock', ask, (text) => readAccountAnswer('clock', text, { input: {}, quote }));
	return clock === undefined ? NOT_TOLD : clockWords(clock, timeZone, (asked + Date.now()) / 2);
}

/** What a question that needs no input is answered with; nothing where there is no answer, whatever the reason. */
async function answerTo<Answer>(
	name: 'balance' | 'clock',
	ask: Ask,
	read: (text: string) => AccountAnswer<Answer>,
): Promise<Answer | undefined> {
	const { text } = await ask(encodeQuestion<typeof name>(name, {}));
	const told = tryDecode(() => read(text));
	return 'answer' in told ? told.answer : undefined;
}
