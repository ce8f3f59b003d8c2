import type { Codec, MatchedLists, RecipientAnswer, SendAnswer } from '../../../protocol';
import { matchLists, PROTOCOLS } from '../../../protocol';
import type { HandedOver, HandOver } from '../../../tracking/handOver';
import type { Account } from '../../../transport/account';
import { logFault, meaningOfTries } from '../../../transport/errorMeaning';
import { ask } from '../../../transport/gateway';
import { readAnswer } from '../../../transport/readAnswer';
import type { Retrier } from '../../../transport/retrier';
import type { SendLine } from '../send/failure';
import { failedLine, strayLine, unsentLine } from '../send/outcomes';
import type { SendRun } from '../send/run';
import { sendAtOf } from '../send/scheduled';
import type { RequestLines } from '../send/sendRequest';
import { trackAccepted } from '../send/trackAccepted';
import { acceptedIn, listLines, ofList } from './listLines';
import type { PlannedListMessage } from './planLists';

/** Writes a request to contact lists. */
export type EncodeLists = NonNullable<Codec['encodeLists']>;

/** One request of a run: the message of an item, to each of its contact lists. */
export class ListRequest {
	readonly #run: SendRun;
	readonly #encode: EncodeLists;
	readonly #messages: readonly PlannedListMessage[];
	readonly #number: number;

	/** `number` is that of the request in the run, from 1. */
	constructor(run: SendRun, encode: EncodeLists, messages: readonly PlannedListMessage[], number: number) {
		this.#run = run;
		this.#encode = encode;
		this.#messages = messages;
		this.#number = number;
	}

	/**
	 * Makes the request, and tries again only where it surely did not arrive: lists have no client numbers by which the gateway would recognize a
	 * repeat (docs/protocol.md section 6.4). Never throws.
	 */
	async send(retrier: Retrier, handOver: HandOver): Promise<RequestLines> {
		const { context, account } = this.#run;
		const tried = await retrier.run(async () => await this.#ask(), { isRepeatable: false });
		if ('value' in tried) return await this.#answered(tried.value, handOver);
		logFault(context.logger, tried.error, account.redact);
		const { code, message, mayHaveArrived } = meaningOfTries(tried, account.quote);
		const trouble = { failure: { code, message }, mayHaveArrived, request: this.#number };
		return this.#forAll(({ recipient }) => failedLine(recipient, trouble));
	}

	/** What becomes of a request that is not made. */
	unsent(reason: 'stopped' | 'failed'): RequestLines {
		return this.#forAll(({ recipient }) => unsentLine(recipient, reason));
	}

	async #ask(): Promise<MatchedLists> {
		const { context, account, settings } = this.#run;
		const codec = PROTOCOLS[settings.protocol];
		const came = await ask(context, account, this.#encode(this.#messages), settings.timeoutSeconds);
		const decode = (text: string): SendAnswer => codec.decodeSend(text);
		const answer = readAnswer(came, { decode, quote: account.quote });
		return matchLists(
			this.#messages.map(({ contactList }) => contactList),
			answer,
		);
	}

	async #answered({ results, strays }: MatchedLists, handOver: HandOver): Promise<RequestLines> {
		const answered = { ...this.#run, request: this.#number, wasUnsure: false };
		const warning = await this.#track({ results, strays }, handOver);
		const told = this.#messages.map((message, index) => ({
			recipient: message.recipient,
			...listLines(message, results[index], answered, warning),
		}));
		const item = this.#messages[0]?.recipient.item ?? 0;
		return {
			bySlot: told,
			strays: [...told.flatMap(({ refused }) => refused), ...strays.map((one) => strayLine(one, item, this.#number))],
		};
	}

	/** Tracks all that has an ID, whatever else is said of it. */
	async #track({ results, strays }: MatchedLists, handOver: HandOver): Promise<string | undefined> {
		return await trackAccepted(this.#run, handOver, () => {
			const given = this.#messages.flatMap((message, index) =>
				acceptedIn(results[index]).flatMap((one) => handedOver(message, one, this.#run.account)),
			);
			return { ids: [...given, ...strays].flatMap(({ messageId }) => messageId ?? []), given };
		});
	}

	#forAll(lineOf: (message: PlannedListMessage) => SendLine): RequestLines {
		return {
			bySlot: this.#messages.map((message) => ({ recipient: message.recipient, line: ofList(lineOf(message), message.recipient) })),
			strays: [],
		};
	}
}

function handedOver(
	{ content, recipient }: PlannedListMessage,
	{ messageId, phone }: RecipientAnswer,
	{ timeZone }: Account,
): HandedOver[] {
	if (messageId === undefined) return [];
	const sendAt = sendAtOf({ sendAt: recipient.sendAt ?? content.sendAt }, timeZone) ?? undefined;
	return [{ messageId, phone, campaignName: content.campaignName, sendAt, data: recipient.data }];
}
