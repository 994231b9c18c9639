@echo off
chcp 65001 >nul
if exist "%~dp0python\python.exe" (
  "%~dp0python\python.exe" "%~dp0start.py" %*
  goto done
)
for /f %%v in ('type "%~dp0pythons.txt"') do (
  py -%%v -c "" >nul 2>nul && (
    py -%%v "%~dp0start.py" %*
    goto done
  )
)
where python >nul 2>nul && (
  python "%~dp0start.py" %*
  goto done
)
echo 这台电脑上没有合用的 Python。请找管电脑的同事装一个，
echo 或者向交给您这个文件夹的人要带 Python 的那一种。
pause
exit /b 2
:done
if errorlevel 1 pause
