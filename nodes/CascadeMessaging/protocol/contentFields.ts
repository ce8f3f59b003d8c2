import type { Bounds } from './fieldChecks';
import type { FieldKind, FieldValue, ValueOf } from './fieldKinds';
import { FIELD_KINDS } from './fieldKinds';

/** What a field is in every channel that has it. */
interface CommonTraits {
	readonly kind: FieldKind;
	readonly label: string;
	readonly placeholder?: string;
	/** Few users need it: the interface keeps it in the step's options. */
	readonly rare?: true;
}

/** The fields a channel can show, by the name used in code and interface. */
const FIELDS = {
	sender: { kind: 'name', label: 'Sender', placeholder: 'e.g. MyShop' },
	text: { kind: 'text', label: 'Text', placeholder: 'e.g. Your order is ready for pickup' },
	buttonText: { kind: 'text', label: 'Button Text', placeholder: 'e.g. Open order', rare: true },
	buttonUrl: { kind: 'name', label: 'Button URL', placeholder: 'e.g. https://shop.example/orders/42', rare: true },
	imageUrl: { kind: 'name', label: 'Picture URL', placeholder: 'e.g. https://shop.example/picture.png', rare: true },
	validityPeriod: { kind: 'minutes', label: 'Validity (Minutes)', rare: true },
	finaleRead: { kind: 'flag', label: 'Count Only Read as Delivered', rare: true },
	templateId: { kind: 'name', label: 'Template ID', placeholder: 'e.g. 100' },
	templateData: { kind: 'parameters', label: 'Template Parameters' },
} as const satisfies Readonly<Record<string, CommonTraits>>;

/** The name of a content field. */
export type FieldName = keyof typeof FIELDS;

/** What one channel is to show. A field that is absent does not appear on the wire (docs/protocol.md sections 1 and 7). */
export type ChannelContent = { readonly [Name in FieldName]?: ValueOf<(typeof FIELDS)[Name]['kind']> };

/** What a field is in one channel: its name on the wire, its rules, and the words the interface shows. */
interface OwnTraits extends Bounds {
	readonly wire: string;
	readonly description: string;
	/** A message through this channel makes no sense without the field. */
	readonly required?: true;
	/** The operator tells which values there are (docs/protocol.md section 8), so that the interface can offer them. */
	readonly listed?: 'senders';
	/** Fields that must be filled in together with this one. */
	readonly needs?: readonly FieldName[];
}

/** One field of a channel's content. */
export interface ContentField extends CommonTraits, OwnTraits {
	readonly name: FieldName;
}

/** The field of this name, as one channel has it. */
export function contentField(name: FieldName, traits: OwnTraits): ContentField {
	return { name, ...FIELDS[name], ...traits };
}

/** The value of a field in a content; `undefined` when it is as good as none. */
export function valueIn(content: ChannelContent, { name, kind }: ContentField): FieldValue | undefined {
	const value = content[name];
	return value === undefined || FIELD_KINDS[kind].isNone(value) ? undefined : value;
}
