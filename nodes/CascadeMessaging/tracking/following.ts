import type { Engagement, Status } from '../protocol';
import { ENGAGEMENTS, inferredFrom } from '../protocol';
import { isOfCampaign } from './report';
import type { TriggerSettings } from './triggerFields';

/** What a trigger wants to hear of messages that were delivered. */
export interface Wish {
	/** None: then nothing is followed. */
	readonly engagements: readonly Engagement[];
	/** How long after their delivery was learnt, in milliseconds. */
	readonly followFor: number;
	/** Empty means any. */
	readonly campaignName: string;
}

/** A message whose delivery is known and that the gateway is asked about on. */
export interface Followed {
	readonly messageId: string;
	readonly campaignName: string | null;
	/** When its delivery was learnt, ISO 8601 in UTC: what the gateway calls its time depends on a setting of the credential. */
	readonly followedSince: string;
	/** What is known already of what the subscriber did with it. */
	readonly known: readonly Engagement[];
}

/** One thing a subscriber did that was not known before. */
export interface Sign {
	readonly event: Engagement;
	/** When, ISO 8601 in UTC: as the gateway says, else when it was learnt; of what is inferred, the latest it can have been. */
	readonly at: string;
	/** Whether nobody said so, but something that comes after it. */
	readonly inferred: boolean;
}

/** What a trigger follows messages for. */
export function wishOf({ filter, followFor }: Pick<TriggerSettings, 'filter' | 'followFor'>): Wish {
	const engagements = ENGAGEMENTS.filter((engagement) => filter.events.includes(engagement));
	return { engagements, followFor, campaignName: filter.campaignName };
}

/** Whether something may still happen to a message that a trigger wants to hear of; `age` is how long it has been followed, in milliseconds. */
export function isAwaited({ known, campaignName }: Followed, wish: Wish, age: number): boolean {
	if (age >= wish.followFor || known.includes('unsubscribed')) return false;
	return wish.engagements.some((one) => !known.includes(one)) && isOfCampaign(campaignName, wish.campaignName);
}

/** Whether an engagement says more than what is known. */
export function isNews(engagement: Engagement | null, known: readonly Engagement[]): engagement is Engagement {
	return engagement !== null && !known.includes(engagement);
}

/** What a status says that is not known yet, in the order it happened; `now` is when it was learnt, milliseconds since 1970. */
export function signsIn(
	{ engagement, changedAt }: Pick<Status, 'engagement' | 'changedAt'>,
	known: readonly Engagement[],
	now: number,
): Sign[] {
	if (!isNews(engagement, known)) return [];
	const said = Date.parse(changedAt ?? '');
	const at = new Date(Number.isNaN(said) ? now : said).toISOString();
	const events = [...inferredFrom(engagement), engagement].filter((event) => !known.includes(event));
	return events.map((event) => ({ event, at, inferred: event !== engagement }));
}
