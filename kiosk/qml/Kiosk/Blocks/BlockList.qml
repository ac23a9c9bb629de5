pragma ComponentBehavior: Bound

import QtQuick
import Qt.labs.qmlmodels
import Kiosk.Theme
import Kiosk.Bridge

// Blocks under one another, each drawn by the component of its kind.
Column {
    id: root

    required property BlockModel blocks
    required property Kiosk kiosk
    // Draws the blocks behind a tab; given by the page, because a list cannot contain itself.
    property Component panel: null

    spacing: Theme.gutter

    Repeater {
        model: root.blocks

        DelegateChooser {
            role: "kind"

            DelegateChoice {
                roleValue: "text"

                TextBlock {
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "list"

                ListBlock {
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "steps"

                StepsBlock {
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "comparison"

                ComparisonBlock {
                    width: root.width
                    notice: root.kiosk.words.pictureDrawing
                }
            }

            DelegateChoice {
                roleValue: "pebbles"

                PebblesBlock {
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "scale"

                ScaleBlock {
                    width: root.width
                    notToScale: root.kiosk.words.scaleNotToScale
                }
            }

            DelegateChoice {
                roleValue: "picture"

                PictureBlock {
                    width: root.width
                    notice: root.kiosk.words.pictureDrawing
                }
            }

            DelegateChoice {
                roleValue: "callout"

                CalloutBlock {
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "expander"

                ExpanderBlock {
                    width: root.width
                    openBlock: root.kiosk.openBlock
                    onToggled: block => root.kiosk.toggleBlock(block)
                }
            }

            DelegateChoice {
                roleValue: "table"

                TableBlock {
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "tabs"

                TabsBlock {
                    width: root.width
                    panel: root.panel
                    tab: root.kiosk.tab
                    onChosen: tab => root.kiosk.chooseTab(tab)
                }
            }
        }
    }
}
