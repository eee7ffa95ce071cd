; The installer for one user, without administrator's rights.
; makensis -DSOURCE=folder -DVERSION=0.1.0 -DOUT=setup.exe -DICON=nianbao.ico setup.nsi
Unicode true
!include MUI2.nsh
!include WinVer.nsh
!include x64.nsh
!include FileFunc.nsh
!define TITLE "政府信息公开年报编辑"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\nianbao"
!define RUNNING "年报编辑正在运行，请先保存并关闭它，再试一次。"
!define TOO_OLD "本程序需要 64 位的 Windows 10（1809）或更新的版本。"

Name "${TITLE}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\nianbao"
InstallDirRegKey HKCU "Software\nianbao" "folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${TITLE}"
VIAddVersionKey /LANG=2052 "FileDescription" "${TITLE} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\nianbao.exe"
!define MUI_FINISHPAGE_SHOWREADME "$INSTDIR\使用说明.html"
!define MUI_FINISHPAGE_SHOWREADME_TEXT "看使用说明"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; A program that runs holds its own file; nothing is touched then.
!macro REFUSE_WHILE_RUNNING
  IfFileExists "$INSTDIR\nianbao.exe" 0 free
    ClearErrors
    FileOpen $0 "$INSTDIR\nianbao.exe" a
    IfErrors 0 closed
      MessageBox MB_ICONSTOP "${RUNNING}" /SD IDOK
      SetErrorLevel 3
      Abort "${RUNNING}"
  closed:
    FileClose $0
    ClearErrors
    FileOpen $0 "$INSTDIR\nianbao-console.exe" a
    IfErrors 0 +4
      MessageBox MB_ICONSTOP "${RUNNING}" /SD IDOK
      SetErrorLevel 3
      Abort "${RUNNING}"
    FileClose $0
  free:
!macroend

!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\runtime"
!macroend

; One kind of file under "open with"; what opens it by double click stays what it was.
!macro OFFER EXTENSION
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "nianbao.source" ""
!macroend
!macro OFFER_NO_MORE EXTENSION
  DeleteRegValue HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "nianbao.source"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${EXTENSION}"
!macroend
!macro EACH_SOURCE DO
  !insertmacro ${DO} ".docx"
  !insertmacro ${DO} ".doc"
  !insertmacro ${DO} ".wps"
  !insertmacro ${DO} ".xlsx"
  !insertmacro ${DO} ".xls"
  !insertmacro ${DO} ".et"
  !insertmacro ${DO} ".pdf"
  !insertmacro ${DO} ".html"
  !insertmacro ${DO} ".htm"
!macroend

!macro TELL_DESK
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 17763
    MessageBox MB_ICONSTOP "${TOO_OLD}" /SD IDOK
    SetErrorLevel 3
    Abort
  ${EndIf}
FunctionEnd

Section
  ; Folders are removed at an update: they must be the program's own, never the root of a disk.
  ${GetFileName} "$INSTDIR" $1
  StrCmp $1 "nianbao" +2
    StrCpy $INSTDIR "$INSTDIR\nianbao"
  !insertmacro REFUSE_WHILE_RUNNING
  IfFileExists "$INSTDIR\nianbao.exe" 0 fresh
    !insertmacro REMOVE_PROGRAM
  fresh:
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\nianbao.exe" "" "$INSTDIR\nianbao.ico"
  CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\nianbao.exe" "" "$INSTDIR\nianbao.ico"
  WriteRegStr HKCU "Software\nianbao" "folder" "$INSTDIR"
  WriteRegStr HKCU "${CLASSES}\.nianbao" "" "nianbao.report"
  WriteRegStr HKCU "${CLASSES}\nianbao.report" "" "政府信息公开年度报告"
  WriteRegStr HKCU "${CLASSES}\nianbao.report\DefaultIcon" "" "$INSTDIR\nianbao.ico"
  WriteRegStr HKCU "${CLASSES}\nianbao.report\shell\open\command" "" '"$INSTDIR\nianbao.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\nianbao.source" "" "年报来源文件"
  WriteRegStr HKCU "${CLASSES}\nianbao.source\Application" "ApplicationName" "${TITLE}"
  WriteRegStr HKCU "${CLASSES}\nianbao.source\DefaultIcon" "" "$INSTDIR\nianbao.ico"
  WriteRegStr HKCU "${CLASSES}\nianbao.source\shell\open\command" "" '"$INSTDIR\nianbao.exe" "%1"'
  !insertmacro EACH_SOURCE OFFER
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\nianbao.ico"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TELL_DESK
SectionEnd

Section Uninstall
  !insertmacro REFUSE_WHILE_RUNNING
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\nianbao.exe"
  Delete "$INSTDIR\nianbao-console.exe"
  Delete "$INSTDIR\nianbao.ico"
  Delete "$INSTDIR\使用说明.html"
  Delete "$INSTDIR\许可.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  !insertmacro EACH_SOURCE OFFER_NO_MORE
  DeleteRegKey HKCU "${CLASSES}\nianbao.report"
  DeleteRegKey HKCU "${CLASSES}\nianbao.source"
  DeleteRegKey HKCU "${CLASSES}\.nianbao"
  DeleteRegKey HKCU "Software\nianbao"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TELL_DESK
SectionEnd
