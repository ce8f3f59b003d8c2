/** Protocol revision an operator runs (PROTOCOL section 7). */
export type Revision = 1 | 2;

/** What a scalar wire field of a channel may be. Template parameters are not scalar: they are names with values. */
export type Part = 'sender' | 'text' | 'buttonText' | 'buttonUrl' | 'imageUrl' | 'validity' | 'finaleRead' | 'templateId';

/** One scalar wire field of a channel. */
export interface Field {
	readonly wire: string;
	/** The channel cannot be used without it. */
	readonly required?: true;
	/** Most characters (Unicode code points). */
	readonly longest?: number;
	/** Refused where the message has no button. */
	readonly needsButton?: true;
}

/** What the gateway knows about one channel (PROTOCOL sections 1 and 7): a row of the channel table. */
export interface Channel {
	/** As it stands in wire names (see `wireName`). */
	readonly name: string;
	/** Name for people; the gateway's own Russian texts write it in capitals. */
	readonly title: string;
	/** First protocol revision that has the channel. */
	readonly revision: Revision;
	/** Its scalar fields. A channel with a `templateId` takes template parameters too. */
	readonly fields: Readonly<Partial<Record<Part, Field>>>;
	/** Most characters of a sender name, and of one that is all digits. */
	readonly senderLimits?: { readonly words: number; readonly digits: number };
	/** A long text goes out, and is charged, as several SMS parts. */
	readonly chargedByPart?: true;
	/** From revision 2 on its state says that the message was read, and what came of it (PROTOCOL section 5). */
	readonly tellsEngagement?: true;
	/** What the subscriber writes back is posted to the manager's URL (PROTOCOL section 9). */
	readonly takesReplies?: true;
	/** How long the gateway keeps trying when the message does not say, in minutes. */
	readonly validityMinutes: number;
	/** Gateway seconds until a receipt comes: delivered, then read, or not delivered. */
	readonly seconds: { readonly deliver: number; readonly read: number; readonly notDeliver: number };
	/** Price in hundredths; a refunded channel costs nothing when it ends without delivery. */
	readonly price: { readonly hundredths: number; readonly separator: '.' | ','; readonly refunded: boolean };
	/** The first channel ID given out. */
	readonly firstId: number;
	/** How the page shows it: its colour on a light and on a dark background, and whether its messages have ticks for delivered and read. */
	readonly look: { readonly light: string; readonly dark: string; readonly ticks: boolean };
}

/** The wire name of a channel's place in the cascade (`send`), ID, state, number of parts or price: `send_viber`, `id_viber` … */
export function wireName(what: 'send' | 'id' | 'state' | 'num_parts' | 'price', { name }: Channel): string {
	return `${what}_${name}`;
}
