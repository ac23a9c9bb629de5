"""The interface words of the language in use, one property each, so that QML and its linter know every name.

Words that take values while the kiosk runs ("{n} of {total}") are filled by whoever shows them, in `kiosk.bridge.page`.
Long because: every word that QML may show stands here, four lines each.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.bridge.qml import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the kiosk")
class Words(QObject):
    """Every word on screen that is not content."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: Mapping[str, str] = {}

    def use(self, words: Mapping[str, str]) -> None:
        """Show these words, by the ids of `kiosk.catalog.interface`; a missing one is shown as nothing."""
        if words != self._words:
            self._words = words
            self.changed.emit()

    def get(self, word: str) -> str:
        return self._words.get(word, "")

    @Property(str, notify=changed)
    def attractTitle(self) -> str:
        return self.get("attract.title")

    @Property(str, notify=changed)
    def attractLead(self) -> str:
        return self.get("attract.lead")

    @Property(str, notify=changed)
    def attractDraft(self) -> str:
        return self.get("attract.draft")

    @Property(str, notify=changed)
    def attractEase(self) -> str:
        return self.get("attract.ease")

    @Property(str, notify=changed)
    def attractHelp(self) -> str:
        return self.get("attract.help")

    @Property(str, notify=changed)
    def homeTitle(self) -> str:
        return self.get("home.title")

    @Property(str, notify=changed)
    def homeLead(self) -> str:
        return self.get("home.lead")

    @Property(str, notify=changed)
    def homeNote(self) -> str:
        return self.get("home.note")

    @Property(str, notify=changed)
    def homeCenters(self) -> str:
        return self.get("home.centers")

    @Property(str, notify=changed)
    def homeVisited(self) -> str:
        return self.get("home.visited")

    @Property(str, notify=changed)
    def barBack(self) -> str:
        return self.get("bar.back")

    @Property(str, notify=changed)
    def barLanguage(self) -> str:
        return self.get("bar.language")

    @Property(str, notify=changed)
    def barHome(self) -> str:
        return self.get("bar.home")

    @Property(str, notify=changed)
    def barListen(self) -> str:
        return self.get("bar.listen")

    @Property(str, notify=changed)
    def barStop(self) -> str:
        return self.get("bar.stop")

    @Property(str, notify=changed)
    def barEase(self) -> str:
        return self.get("bar.ease")

    @Property(str, notify=changed)
    def barDone(self) -> str:
        return self.get("bar.done")

    @Property(str, notify=changed)
    def topicNext(self) -> str:
        return self.get("topic.next")

    @Property(str, notify=changed)
    def topicMoreBelow(self) -> str:
        return self.get("topic.more_below")

    @Property(str, notify=changed)
    def pictureDrawing(self) -> str:
        return self.get("picture.drawing")

    @Property(str, notify=changed)
    def explorerOpen(self) -> str:
        return self.get("explorer.open")

    @Property(str, notify=changed)
    def explorerHeroTitle(self) -> str:
        return self.get("explorer.hero_title")

    @Property(str, notify=changed)
    def explorerHeroText(self) -> str:
        return self.get("explorer.hero_text")

    @Property(str, notify=changed)
    def explorerLookText(self) -> str:
        return self.get("explorer.look_text")

    @Property(str, notify=changed)
    def explorerShowSpots(self) -> str:
        return self.get("explorer.show_spots")

    @Property(str, notify=changed)
    def explorerHideSpots(self) -> str:
        return self.get("explorer.hide_spots")

    @Property(str, notify=changed)
    def explorerAllSpots(self) -> str:
        return self.get("explorer.all_spots")

    @Property(str, notify=changed)
    def explorerPictures(self) -> str:
        return self.get("explorer.pictures")

    @Property(str, notify=changed)
    def explorerCompare(self) -> str:
        return self.get("explorer.compare")

    @Property(str, notify=changed)
    def explorerSizes(self) -> str:
        return self.get("explorer.sizes")

    @Property(str, notify=changed)
    def explorerGuide(self) -> str:
        return self.get("explorer.guide")

    @Property(str, notify=changed)
    def explorerPreviousSpot(self) -> str:
        return self.get("explorer.previous_spot")

    @Property(str, notify=changed)
    def explorerNextSpot(self) -> str:
        return self.get("explorer.next_spot")

    @Property(str, notify=changed)
    def explorerClose(self) -> str:
        return self.get("explorer.close")

    @Property(str, notify=changed)
    def explorerLens(self) -> str:
        return self.get("explorer.lens")

    @Property(str, notify=changed)
    def explorerLensHandle(self) -> str:
        return self.get("explorer.lens_handle")

    @Property(str, notify=changed)
    def explorerZoomIn(self) -> str:
        return self.get("explorer.zoom_in")

    @Property(str, notify=changed)
    def explorerZoomOut(self) -> str:
        return self.get("explorer.zoom_out")

    @Property(str, notify=changed)
    def explorerFit(self) -> str:
        return self.get("explorer.fit")

    @Property(str, notify=changed)
    def explorerLeft(self) -> str:
        return self.get("explorer.left")

    @Property(str, notify=changed)
    def explorerRight(self) -> str:
        return self.get("explorer.right")

    @Property(str, notify=changed)
    def explorerUp(self) -> str:
        return self.get("explorer.up")

    @Property(str, notify=changed)
    def explorerDown(self) -> str:
        return self.get("explorer.down")

    @Property(str, notify=changed)
    def explorerMap(self) -> str:
        return self.get("explorer.map")

    @Property(str, notify=changed)
    def explorerScale(self) -> str:
        """With `{mm}` in it: the ruler changes with every zoom, so QML puts the number in."""
        return self.get("explorer.scale")

    @Property(str, notify=changed)
    def explorerPreviousStep(self) -> str:
        return self.get("explorer.previous_step")

    @Property(str, notify=changed)
    def explorerNextStep(self) -> str:
        return self.get("explorer.next_step")

    @Property(str, notify=changed)
    def explorerPause(self) -> str:
        return self.get("explorer.pause")

    @Property(str, notify=changed)
    def explorerPlay(self) -> str:
        return self.get("explorer.play")

    @Property(str, notify=changed)
    def explorerRepeat(self) -> str:
        return self.get("explorer.repeat")

    @Property(str, notify=changed)
    def explorerLeaveGuide(self) -> str:
        return self.get("explorer.leave_guide")

    @Property(str, notify=changed)
    def explorerSideBySide(self) -> str:
        return self.get("explorer.side_by_side")

    @Property(str, notify=changed)
    def explorerWipe(self) -> str:
        return self.get("explorer.wipe")

    @Property(str, notify=changed)
    def explorerWipeHandle(self) -> str:
        return self.get("explorer.wipe_handle")

    @Property(str, notify=changed)
    def explorerTake(self) -> str:
        return self.get("explorer.take")

    @Property(str, notify=changed)
    def explorerHeld(self) -> str:
        return self.get("explorer.held")

    @Property(str, notify=changed)
    def explorerOnlyLeft(self) -> str:
        return self.get("explorer.only_left")

    @Property(str, notify=changed)
    def explorerOnlyRight(self) -> str:
        return self.get("explorer.only_right")

    @Property(str, notify=changed)
    def explorerHalf(self) -> str:
        return self.get("explorer.half")

    @Property(str, notify=changed)
    def explorerTrueSize(self) -> str:
        return self.get("explorer.true_size")

    @Property(str, notify=changed)
    def explorerLargerAgain(self) -> str:
        return self.get("explorer.larger_again")

    @Property(str, notify=changed)
    def explorerSeen(self) -> str:
        return self.get("explorer.seen")

    @Property(str, notify=changed)
    def explorerNotShown(self) -> str:
        return self.get("explorer.not_shown")

    @Property(str, notify=changed)
    def footerTeaches(self) -> str:
        return self.get("footer.teaches")

    @Property(str, notify=changed)
    def footerNotReviewed(self) -> str:
        return self.get("footer.not_reviewed")

    @Property(str, notify=changed)
    def footerDraftLanguage(self) -> str:
        return self.get("footer.draft_language")

    @Property(str, notify=changed)
    def scaleNotToScale(self) -> str:
        return self.get("scale.not_to_scale")

    @Property(str, notify=changed)
    def centersTitle(self) -> str:
        return self.get("centers.title")

    @Property(str, notify=changed)
    def centersLead(self) -> str:
        return self.get("centers.lead")

    @Property(str, notify=changed)
    def centersPhone(self) -> str:
        return self.get("centers.phone")

    @Property(str, notify=changed)
    def centersHours(self) -> str:
        return self.get("centers.hours")

    @Property(str, notify=changed)
    def languagesTitle(self) -> str:
        return self.get("languages.title")

    @Property(str, notify=changed)
    def languagesClose(self) -> str:
        return self.get("languages.close")

    @Property(str, notify=changed)
    def easeTitle(self) -> str:
        return self.get("ease.title")

    @Property(str, notify=changed)
    def easeLanguage(self) -> str:
        return self.get("ease.language")

    @Property(str, notify=changed)
    def easeTextSize(self) -> str:
        return self.get("ease.text_size")

    @Property(str, notify=changed)
    def easeStandard(self) -> str:
        return self.get("ease.standard")

    @Property(str, notify=changed)
    def easeLarge(self) -> str:
        return self.get("ease.large")

    @Property(str, notify=changed)
    def easeLarger(self) -> str:
        return self.get("ease.larger")

    @Property(str, notify=changed)
    def easeLargest(self) -> str:
        return self.get("ease.largest")

    @Property(str, notify=changed)
    def easeVoice(self) -> str:
        return self.get("ease.voice")

    @Property(str, notify=changed)
    def easeVoiceText(self) -> str:
        return self.get("ease.voice_text")

    @Property(str, notify=changed)
    def easeContrast(self) -> str:
        return self.get("ease.contrast")

    @Property(str, notify=changed)
    def easeContrastText(self) -> str:
        return self.get("ease.contrast_text")

    @Property(str, notify=changed)
    def easeReach(self) -> str:
        return self.get("ease.reach")

    @Property(str, notify=changed)
    def easeReachText(self) -> str:
        return self.get("ease.reach_text")

    @Property(str, notify=changed)
    def easeMotion(self) -> str:
        return self.get("ease.motion")

    @Property(str, notify=changed)
    def easeMotionText(self) -> str:
        return self.get("ease.motion_text")

    @Property(str, notify=changed)
    def easeNote(self) -> str:
        return self.get("ease.note")

    @Property(str, notify=changed)
    def easeDone(self) -> str:
        return self.get("ease.done")

    @Property(str, notify=changed)
    def helpTitle(self) -> str:
        return self.get("help.title")

    @Property(str, notify=changed)
    def helpText(self) -> str:
        return self.get("help.text")

    @Property(str, notify=changed)
    def helpOthers(self) -> str:
        return self.get("help.others")

    @Property(str, notify=changed)
    def helpNotShown(self) -> str:
        return self.get("help.not_shown")

    @Property(str, notify=changed)
    def helpClose(self) -> str:
        return self.get("help.close")

    @Property(str, notify=changed)
    def voiceAgain(self) -> str:
        return self.get("voice.again")

    @Property(str, notify=changed)
    def voicePause(self) -> str:
        return self.get("voice.pause")

    @Property(str, notify=changed)
    def voicePlay(self) -> str:
        return self.get("voice.play")

    @Property(str, notify=changed)
    def voiceNext(self) -> str:
        return self.get("voice.next")

    @Property(str, notify=changed)
    def voiceSettings(self) -> str:
        return self.get("voice.settings")

    @Property(str, notify=changed)
    def voiceTitle(self) -> str:
        return self.get("voice.title")

    @Property(str, notify=changed)
    def voiceSpeed(self) -> str:
        return self.get("voice.speed")

    @Property(str, notify=changed)
    def voiceSlow(self) -> str:
        return self.get("voice.slow")

    @Property(str, notify=changed)
    def voiceNormal(self) -> str:
        return self.get("voice.normal")

    @Property(str, notify=changed)
    def voiceFast(self) -> str:
        return self.get("voice.fast")

    @Property(str, notify=changed)
    def voiceFastest(self) -> str:
        return self.get("voice.fastest")

    @Property(str, notify=changed)
    def voiceVolume(self) -> str:
        return self.get("voice.volume")

    @Property(str, notify=changed)
    def voiceSofter(self) -> str:
        return self.get("voice.softer")

    @Property(str, notify=changed)
    def voiceLouder(self) -> str:
        return self.get("voice.louder")

    @Property(str, notify=changed)
    def voiceLevel(self) -> str:
        """With {n} and {total}, for QML to fill."""
        return self.get("voice.level")

    @Property(str, notify=changed)
    def voiceDone(self) -> str:
        return self.get("voice.done")

    @Property(str, notify=changed)
    def offerTitle(self) -> str:
        return self.get("offer.title")

    @Property(str, notify=changed)
    def offerText(self) -> str:
        return self.get("offer.text")

    @Property(str, notify=changed)
    def offerYes(self) -> str:
        return self.get("offer.yes")

    @Property(str, notify=changed)
    def offerNo(self) -> str:
        return self.get("offer.no")

    @Property(str, notify=changed)
    def keysTitle(self) -> str:
        return self.get("keys.title")

    @Property(str, notify=changed)
    def keysMove(self) -> str:
        return self.get("keys.move")

    @Property(str, notify=changed)
    def keysOk(self) -> str:
        return self.get("keys.ok")

    @Property(str, notify=changed)
    def keysBack(self) -> str:
        return self.get("keys.back")

    @Property(str, notify=changed)
    def keysHome(self) -> str:
        return self.get("keys.home")

    @Property(str, notify=changed)
    def keysVolume(self) -> str:
        return self.get("keys.volume")

    @Property(str, notify=changed)
    def keysHelp(self) -> str:
        return self.get("keys.help")

    @Property(str, notify=changed)
    def keysClose(self) -> str:
        return self.get("keys.close")

    @Property(str, notify=changed)
    def warningTitle(self) -> str:
        return self.get("warning.title")

    @Property(str, notify=changed)
    def warningText(self) -> str:
        return self.get("warning.text")

    @Property(str, notify=changed)
    def warningSecond(self) -> str:
        return self.get("warning.second")

    @Property(str, notify=changed)
    def warningSeconds(self) -> str:
        return self.get("warning.seconds")

    @Property(str, notify=changed)
    def warningSecondsFew(self) -> str:
        return self.get("warning.seconds_few")

    @Property(str, notify=changed)
    def warningStay(self) -> str:
        return self.get("warning.stay")

    @Property(str, notify=changed)
    def warningLeave(self) -> str:
        return self.get("warning.leave")

    @Property(str, notify=changed)
    def thanksTitle(self) -> str:
        return self.get("thanks.title")

    @Property(str, notify=changed)
    def thanksText(self) -> str:
        return self.get("thanks.text")
