import type { IDataObject } from 'n8n-workflow';

import type { Content, Recipient } from '../../../protocol';
import { PROTOCOLS } from '../../../protocol';
import type { Failure } from '../../shared/failure';
import { readItem } from '../../shared/itemLoop';
import type { FailureLine } from '../../shared/lines';
import type { ParameterReader } from '../../shared/parameterReader';
import { readPhones } from '../../shared/phone';
import type { Given } from '../../shared/templates/given';
import type { ItemTexts, TextReader } from '../../shared/templates/textReader';
import { toValues } from '../../shared/values';
import { readAttachedData } from '../attachData';
import { readCampaignToSend } from '../campaign';
import { readStopLists, stopListsField } from '../stopLists';
import { readCascade } from './cascade';
import { readClientMessageId } from './clientMessageId';
import type { SendFailure } from './failure';
import { notSent } from './failure';
import type { SendRun } from './run';
import type { Clock, SendAtCode } from './sendAt';
import { readSendAt, sendAtField, sendAtIn, unlessEmpty } from './sendAt';
import type { ItemWindow } from './sendWindow';
import { WindowReader } from './sendWindow';

/** What an item says of one recipient, before it is checked. */
export interface Draft {
	readonly item: number;
	readonly content: Content;
	readonly recipient: Recipient;
	/** What is attached for the trigger. */
	readonly data: IDataObject;
	/** Its failure when the moment to send at has passed. */
	readonly overdue?: Failure<SendAtCode>;
	/** When it may be sent, where that is limited. */
	readonly window?: ItemWindow;
}

/** A draft, or why there is none. */
export type DraftOrFailure = Draft | FailureLine<SendFailure>;

/** Reads the input items of a run: a draft for each of their recipients, in order. An item that cannot be read has one failure. */
export type DraftReader = (item: number) => readonly DraftOrFailure[];

/** Makes the reader of a run's items. */
export function draftReader(run: SendRun, texts: TextReader, clock: Clock): DraftReader {
	const { context, parameters } = run;
	const readContent = contentReader(parameters, texts, optionsReader(run, clock));
	const readDrafts = (item: number): DraftOrFailure[] => {
		const said = readContent(item);
		const { content, data, overdue, window } = said;
		const isPlain = overdue === undefined && window === undefined;
		const clientMessageIdOf = readClientMessageId(parameters, item, texts.of(item));
		return readPhones(parameters, item).map((phone): DraftOrFailure => {
			if (typeof phone !== 'string') return { item, failure: notSent(phone) };
			const clientMessageId = clientMessageIdOf(phone);
			const recipient = clientMessageId === undefined ? { phone } : { phone, clientMessageId };
			return isPlain ? { item, content, recipient, data } : { ...said, item, recipient };
		});
	};
	return (item) => {
		const read = readItem(context, notSent, item, readDrafts);
		return 'failure' in read ? [read] : read.value;
	};
}

/** What an item says of all its recipients. */
type ContentRead = Omit<Draft, 'item' | 'recipient'>;

/**
 * Reads what an item says of all its recipients. An item with the very same parameters as the one before it gets the very same content: most
 * runs send one text to everybody.
 */
function contentReader(parameters: ParameterReader, texts: TextReader, readOptions: OptionsReader): (item: number) => ContentRead {
	let besides: { readonly sendAt: unknown; readonly options: unknown; readonly read: OptionsRead } | undefined;
	let last: { readonly cascade: unknown; readonly read: ContentRead } | undefined;
	return (item) => {
		const cascade = parameters.given('cascade', item);
		const sendAt = parameters.given(sendAtField.name, item);
		const options = parameters.given('options', item);
		const known = besides?.sendAt === sendAt.value && besides?.options === options.value ? besides : undefined;
		if (known !== undefined && last !== undefined && last.cascade === cascade.value) return last.read;
		const steps = readCascade(cascade, texts.of(item));
		besides = known ?? { sendAt: sendAt.value, options: options.value, read: readOptions(options, sendAt, texts.of(item)) };
		const { extras, said } = besides.read;
		const content = extras === undefined ? steps : { ...steps, ...extras };
		last = { cascade: cascade.value, read: { ...said, content } };
		return last.read;
	};
}

/** What Send At and the options of an item say of all its recipients. */
interface OptionsRead {
	readonly said: Omit<ContentRead, 'content'>;
	/** What they add to the content, if anything. */
	readonly extras?: Pick<Content, 'campaignName' | 'sendAt' | 'stopLists'>;
}

type OptionsReader = (options: Given, sendAt: Given, texts: ItemTexts) => OptionsRead;

function optionsReader({ settings, account }: SendRun, clock: Clock): OptionsReader {
	const objection = PROTOCOLS[settings.protocol].limitsFor(account).objectionToExtra('sendAt');
	const windows = new WindowReader({ timeZone: clock.workflow, objection });
	return (options, sendAt, texts) => {
		const campaignName = readCampaignToSend(options, texts);
		const { overdue, ...time } = readSendAt(unlessEmpty(sendAt) ?? sendAtIn(options), clock);
		const window = windows.of(options);
		const stopLists = readStopLists(options.at(stopListsField.name).value);
		const extras = { ...(campaignName !== undefined && { campaignName }), ...time, ...(stopLists !== undefined && { stopLists }) };
		const data = readAttachedData(toValues(options.value));
		return {
			said: { data, ...(overdue !== undefined && { overdue }), ...(window !== undefined && { window }) },
			...(Object.keys(extras).length > 0 && { extras }),
		};
	};
}
