// What a Swift developer imports: every room of the house.
@_exported public import ArabicNormalization
@_exported public import EntityLexicon
@_exported public import EntityRecognition
@_exported public import LexiconImport
@_exported public import NameTransliteration
@_exported public import QuantityRecognition
@_exported public import Romanization
@_exported public import TextFormats
@_exported public import TextModel
@_exported public import TextPipeline
@_exported public import TextSegmentation
@_exported public import UnicodeText
