/** Parts that every file of the Office formats has (ECMA-376, part 2): title, content types, relationships between its parts. */
import { element, type Xml } from '../../../../survey-schema/forms/xml.ts'

export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** The title and nothing about whoever or whatever made the file. */
export const coreProperties = (title: string): Xml =>
  element(
    'cp:coreProperties',
    { 'xmlns:cp': `${PACKAGE}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    element('dc:title', {}, title),
  )

export const override = (PartName: string, ContentType: string) => element('Override', { PartName, ContentType })

export const relationships = (targets: readonly (readonly [id: string, type: string, target: string, mode?: 'External'])[]): Xml =>
  element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    targets.map(([Id, Type, Target, TargetMode]) => element('Relationship', { Id, Type, Target, TargetMode })),
  )
