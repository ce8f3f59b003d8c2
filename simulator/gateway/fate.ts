/** How one channel ends for one subscriber. `never` stays in progress for ever. */
export type Ending = 'read' | 'deliver' | 'not_deliver' | 'expired' | 'partly_deliver' | 'never';

/** What one channel does; without seconds the channel's usual time holds (gateway seconds). */
export interface Behaviour {
	readonly ending: Ending;
	readonly seconds?: number;
	/** What the subscriber does after reading. */
	readonly then?: 'link' | 'unsubscribe';
}

/** What becomes of a message to one subscriber. */
export interface Fate {
	readonly name: string;
	readonly about: string;
	/** Refused at once with this text; the rest of the fate then has no effect. */
	readonly refusal?: string;
	/** Answered with a text like a refusal's; the message starts when the account is topped up, or so many minutes later. */
	readonly queued?: { readonly text: string; readonly withId: boolean; readonly minutes: number };
	/** What every channel does that is not named in `channels`. */
	readonly usually: Behaviour;
	readonly channels?: Readonly<Partial<Record<string, Behaviour>>>;
	/** What the subscriber writes back after reading, and how many times the platform posts it; usually once. */
	readonly reply?: { readonly text: string; readonly times?: number };
	/** Once the overall state is final, this text is told in its place ("any other text", PROTOCOL section 5). */
	readonly stateText?: string;
	/** Whether state queries know nothing of the message. */
	readonly forgotten?: boolean;
	/** For how many minutes after the message was taken on state queries know nothing of it. */
	readonly unknownMinutes?: number;
	/** Whether the overall state, too, says what the subscriber did (PROTOCOL section 5, revision 2). */
	readonly overallEngagement?: boolean;
}
